import { render } from 'preact';
import '../../sidebar/css/base.css';
import './self-check.css';
import type { SelfCheckState } from '../state';
import { App } from './App';
import { begin } from './check';

/** Begins with what travelled in the page. */
const given = document.getElementById('first-state')?.textContent ?? '';
begin(JSON.parse(given) as SelfCheckState);
const root = document.getElementById('app');
if (root) render(<App />, root);

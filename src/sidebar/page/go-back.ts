/** The way back from a page beside the talk. */
import { focusSoon } from '../rows/focus';
import { firstView } from './screens';
import { screen, view } from './view';

/** Back from a side page to where the screen begins; the focus goes to the menu that led here. */
export function goBack(): void {
  const s = screen.peek();
  view.value = s ? firstView(s) : { at: 'home' };
  focusSoon('.menu-root > button');
}

/** The first script of every frame; its own element carries what the server has to tell it. */
import { type FrameConfig, type FrameWindow, installGoogleScript } from './google-script';

const config = JSON.parse((document.currentScript as HTMLScriptElement).dataset.config ?? '{}') as FrameConfig;
installGoogleScript(window as unknown as FrameWindow, config);

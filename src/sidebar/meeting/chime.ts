/** The two tones when time is over. */
import { keepText, keptText } from '../page/storage';
import { chimeOn } from './state';

const CHIME_KEY = 'monthly-1on1 chime';
let audio: AudioContext | null = null;

/** Reads whether the chime was switched on in this browser. */
export function recallChime(): void {
  chimeOn.value = keptText('local', CHIME_KEY) === 'on';
}

/** Switches the chime on or off. A browser lets sound begin with a click only, so this is where it is unlocked. */
export function switchChime(): void {
  chimeOn.value = !chimeOn.value;
  keepText('local', CHIME_KEY, chimeOn.value ? 'on' : null);
  unlockSound();
  if (chimeOn.value) chime();
}

/** Called from a click, so that a later chime may sound. */
export function unlockSound(): void {
  if (!chimeOn.peek()) return;
  try {
    audio ??= new AudioContext();
    void audio.resume();
  } catch {
    // No sound on this computer: the clock says it in words anyway.
    audio = null;
  }
}

/** Two soft tones, if switched on. */
export function chime(): void {
  if (!chimeOn.peek() || !audio) return;
  const start = audio.currentTime;
  for (const [i, frequency] of [523, 659].entries()) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const from = start + i * 0.22;
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.06, from + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.0005, from + 0.9);
    tone.connect(loudness).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 1);
  }
}

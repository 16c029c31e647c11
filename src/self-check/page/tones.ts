/** The sidebar's two soft tones; false where the browser has no sound for a page. */
export function playTones(): boolean {
  try {
    const audio = new AudioContext();
    void audio.resume();
    for (const [index, frequency] of [523, 659].entries()) {
      const tone = audio.createOscillator();
      const loudness = audio.createGain();
      const from = audio.currentTime + index * 0.22;
      tone.frequency.value = frequency;
      loudness.gain.setValueAtTime(0.06, from);
      loudness.gain.exponentialRampToValueAtTime(0.0005, from + 0.9);
      tone.connect(loudness).connect(audio.destination);
      tone.start(from);
      tone.stop(from + 1);
    }
    return true;
  } catch {
    return false;
  }
}

/** A sidebar's or dialog's own document, and the line between it and the page. */
import { useEffect, useRef } from 'preact/hooks';
import type { FrameAnswer, FrameMessage } from '../frame/google-script';
import { frameOrigin, type OpenFrame } from '../state';

export interface FrameActions {
  call(frame: string, call: number, fn: string, args: string): void;
  close(frame: string): void;
  focusSheet(): void;
  resize(frame: string, size: { width?: number; height?: number }): void;
}

/** What an HtmlService page may do, as at Google. */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';

const answers = new Map<string, (answer: FrameAnswer) => void>();

/** Calls that were sent and have no answer yet. */
const open = new Map<string, { frame: string; call: number }>();

export function noteCall(frame: string, call: number): void {
  open.set(`${frame} ${call}`, { frame, call });
}

export function openCalls(): { frame: string; call: number }[] {
  return [...open.values()];
}

/** Hands a result to the frame that asked, if it is still there. */
export function answerFrame(answer: FrameAnswer): void {
  open.delete(`${answer.workbenchFrame} ${answer.call}`);
  answers.get(answer.workbenchFrame)?.(answer);
}

export function FrameBox({ frame, actions }: { frame: OpenFrame; actions: FrameActions }) {
  const element = useRef<HTMLIFrameElement>(null);
  const { id } = frame;
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const origin = frameOrigin.value;
    answers.set(id, (answer) => element.current?.contentWindow?.postMessage(answer, origin));
    const listen = (event: MessageEvent<FrameMessage | null>) => {
      if (event.origin !== origin || event.source !== element.current?.contentWindow) return;
      const message = event.data;
      if (message?.workbenchFrame !== id) return;
      if (message.kind === 'call') latest.current.call(id, message.call, message.fn, message.args);
      else if (message.kind === 'close') latest.current.close(id);
      else if (message.kind === 'focus') latest.current.focusSheet();
      else if (message.kind === 'size') latest.current.resize(id, message);
    };
    window.addEventListener('message', listen);
    return () => {
      window.removeEventListener('message', listen);
      answers.delete(id);
    };
  }, [id]);
  const source = `${frameOrigin.value}/frame/${id}?page=${encodeURIComponent(location.origin)}`;
  return (
    <iframe
      key={id}
      ref={element}
      src={source}
      sandbox={SANDBOX}
      title={frame.title || 'Add-on'}
      data-frame={frame.where}
    />
  );
}

/** The frame of every page beside the talk: header, what it is about, a note, and the dock. */
import type { ComponentChildren, JSX } from 'preact';
import { words } from '../words';
import { PlainDock, type PlainDockProps } from './Dock';
import { Header } from './Header';
import { Note } from './Note';
import { useTitleFocus } from './use-title-focus';

interface SidePageProps extends PlainDockProps {
  /** Above all, the name of the tool unless said otherwise. */
  title?: string;
  sub: string;
  /** The page's own title; its focus when the page opens, and when `step` changes. Without a step the focus stays. */
  lead?: ComponentChildren;
  step?: string;
  /** A sentence or two below the title. */
  hint?: ComponentChildren;
  /** Why something is shown once more. */
  note?: string;
  /** A long list without buttons: the page itself is scrolled by keys. */
  scrolls?: boolean;
  /** Lines between the parts of the page. */
  ruled?: boolean;
  /** Without the menu where nothing else may be begun. */
  menu?: boolean;
  /** What the page as a whole listens to, or is. */
  main?: JSX.HTMLAttributes<HTMLElement>;
  children?: ComponentChildren;
}

/** A page beside the talk. Its words come in, the frame is always the same. */
export function SidePage({
  title = words.product,
  sub,
  lead,
  step,
  hint,
  note = '',
  scrolls = false,
  ruled = false,
  menu = true,
  main,
  children,
  ...dock
}: SidePageProps) {
  const focus = useTitleFocus(step);
  return (
    <>
      <Header title={title} sub={sub} menu={menu} />
      <main class={ruled ? 'body ruled' : 'body'} {...main} tabIndex={scrolls ? 0 : undefined}>
        {note !== '' && (
          <Note icon="info" tone="warn">
            {note}
          </Note>
        )}
        {lead !== undefined && (
          <div>
            <h2 class="lead" dir="auto" {...(step === undefined ? {} : { tabIndex: -1, ref: focus })}>
              {lead}
            </h2>
            {hint && <p class="hint">{hint}</p>}
          </div>
        )}
        {children}
      </main>
      <PlainDock {...dock} />
    </>
  );
}

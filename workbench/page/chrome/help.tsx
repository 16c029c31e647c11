/** What this is, honestly, in a few lines. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { CloseButton } from './dialogs';

export function HelpBadge() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="badge" onClick={() => setOpen(true)} aria-haspopup="dialog">
        Workbench: a stand-in for Google Sheets
      </button>
      {isOpen && <HelpBox close={() => setOpen(false)} />}
    </>
  );
}

export function HelpBox({ close }: { close(): void }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} class="box help" aria-labelledby="help-title" onClose={close}>
      <header>
        <h2 id="help-title">What the workbench is</h2>
        <CloseButton label="Close" onClick={close} />
      </header>
      <p>
        A spreadsheet on your own machine that runs the add-on as Google Sheets would: the same files, the same menu,
        the same sidebar. Nothing leaves this machine and nobody needs a Google account.
      </p>
      <ul>
        <li>
          <strong>Two people.</strong> Open a second window and choose another person under “Who is looking”. Both see
          each other's edits within a second, and protections hold for each of them.
        </li>
        <li>
          <strong>Saved.</strong> “Saved” means written to the workbook file on disk. It is still there after a restart.
        </li>
        <li>
          <strong>Undo</strong> covers your own last edits, until somebody else moves rows or columns.
        </li>
        <li>
          <strong>What it doesn't do, it says.</strong> A script that uses something which the workbench lacks stops
          with “NotImplemented” and the name of it. Charts, filters, comments and version history are not here.
        </li>
        <li>
          <strong>Formulas</strong> are typed and shown in English spelling; both “,” and “;” separate arguments.
        </li>
      </ul>
    </dialog>
  );
}

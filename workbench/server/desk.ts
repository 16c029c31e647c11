/** The desk: takes every window's messages and hands them to whoever does the work. */
import type { WebSocket } from 'ws';
import type { WorkbookFile } from '../engine/engine';
import type { ButtonName, TriggerSettings } from '../runtime';
import type { Frames } from './frames';
import type { LiveBook } from './live-book';
import type { PageSession } from './page-session';
import type { Pages } from './pages';
import { admit, peopleOf, readEmail, roleOf } from './people';
import { failureWords, PlainError } from './plain-error';
import type { ProjectSource } from './project';
import type { ToServer } from './protocol';
import { readMessage } from './read-message';
import type { Runs } from './runs';
import { makeSample, type SampleStage } from './sample';

export interface DeskParts {
  book: LiveBook;
  frames: Frames;
  pages: Pages;
  runs: Runs;
  project: ProjectSource;
  /** Shared by everybody; changed in place. */
  triggers: TriggerSettings;
  /** Who looks when the address names nobody. */
  defaultUser: string;
  fresh(): WorkbookFile;
  tell(words: string): void;
}

export class Desk {
  readonly stage: SampleStage;

  constructor(private readonly parts: DeskParts) {
    const { book, runs } = parts;
    this.stage = {
      runAs: (user, functionName, args) => runs.runAs(user, functionName, args),
      owner: () => book.engine.file().owner,
      admit: (email) => book.queue.run(() => admit(book.engine, email)),
    };
  }

  /** A window connected. `asked` is the person that its address names. */
  async welcome(socket: WebSocket, asked: string | null, frameOrigin: string): Promise<void> {
    const { book, pages, runs, project } = this.parts;
    // Messages that arrive while the workbook is being sent wait here.
    const early: (() => ToServer)[] = [];
    let receive: (read: () => ToServer) => void = (read) => early.push(read);
    socket.on('message', (data, isBinary) => receive(() => readMessage(data, isBinary)));
    const { user, trouble } = this.personOf(asked);
    await this.stage.admit(user);
    const page = pages.join(socket, user);
    socket.on('close', () => pages.leave(page));
    // It may have gone while the person was admitted.
    if (socket.readyState !== socket.OPEN) pages.leave(page);
    const file = book.engine.file();
    page.send({
      t: 'hello',
      user,
      role: roleOf(file, user) ?? 'viewer',
      people: peopleOf(file),
      file,
      project: { name: project.name, hasSample: project.isOwn },
      frameOrigin,
    });
    await book.queue.run(() => pages.sendBook(page, null));
    page.send({ t: 'triggers', settings: this.parts.triggers });
    for (const report of [...runs.reports].reverse()) page.send({ t: 'run', report });
    if (trouble) page.send({ t: 'trouble', title: 'Opened as the usual person', words: trouble });
    receive = (read) => this.guard(page, (async () => this.handle(page, read()))());
    early.forEach(receive);
    this.guard(page, runs.open(page));
  }

  /** The sample team in the place of this workbook, which stays as FILE.bak. */
  private async startSample(): Promise<string> {
    const { book, fresh, project } = this.parts;
    return book.replace(await makeSample(await project.load(), fresh(), Date.now()));
  }

  /** An empty sheet with the same people; the old workbook stays as FILE.bak. */
  async startEmpty(): Promise<string> {
    const { book, fresh } = this.parts;
    const { owner, editors, viewers } = book.engine.file();
    const next = fresh();
    Object.assign(next.extras.file, { owner, editors, viewers });
    return book.replace(next);
  }

  private personOf(asked: string | null): { user: string; trouble: string | null } {
    try {
      return { user: asked ? readEmail(asked) : this.parts.defaultUser, trouble: null };
    } catch (error) {
      return { user: this.parts.defaultUser, trouble: (error as Error).message };
    }
  }

  /** Whatever goes wrong is told in words on the page; nothing is swallowed. */
  private guard(page: PageSession, task: Promise<unknown>): void {
    task.catch((error: Error) => {
      const isPlain = error instanceof PlainError;
      if (!isPlain) this.parts.tell(failureWords(error));
      page.send({ t: 'trouble', title: isPlain ? 'That did not work' : 'The workbench failed', words: error.message });
    });
  }

  private async handle(page: PageSession, message: ToServer): Promise<void> {
    const { book, frames, pages, runs } = this.parts;
    switch (message.t) {
      case 'edit':
        return pages.edit(page, message.n, message.base, message.mutations);
      case 'select':
        page.select(message.selection);
        return page.tellLink();
      case 'menu':
        return runs.menu(page, message.fn);
      case 'call':
        if (!frames.belongs(message.frame, page.id)) return;
        return runs.call(page, message.frame, message.call, message.fn, message.args);
      case 'frameClosed':
        frames.remove(message.frame);
        return;
      case 'frameKept':
        frames.keep(message.frame, page.id);
        return;
      case 'answer':
        page.answer(message.question, { button: message.button as ButtonName, text: message.text });
        return;
      case 'fold': {
        const { t: _t, ...request } = message;
        return pages.fold(page, request);
      }
      case 'again':
        return book.queue.run(() => pages.sendBook(page, null));
      case 'addPerson':
        return this.stage.admit(readEmail(message.email));
      case 'startEmpty':
        await this.onQuietBook(() => this.startEmpty());
        return;
      case 'loadSample':
        await this.onQuietBook(() => this.startSample());
        return;
      case 'setTriggers':
        Object.assign(this.parts.triggers, message.settings);
        pages.broadcast({ t: 'triggers', settings: this.parts.triggers });
        return;
    }
  }

  /** Replacing the workbook under a running script would pull the sheet away from it. */
  private onQuietBook<T>(act: () => Promise<T>): Promise<T> {
    if (this.parts.runs.isBusy) throw new PlainError('A script is running. Wait until it is over, then try again.');
    return act();
  }
}

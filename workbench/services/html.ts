/** HtmlService, HtmlOutput, HtmlTemplate. Sources: facts §3.3; https://developers.google.com/apps-script/reference/html/html-service */
import { Blob, newBlob } from './blob';
import { type EnumValue, SandboxMode, XFrameOptionsMode } from './enums';
import { Exception } from './exception';
import { ask, config } from './host';
import { compileTemplate, templateCode } from './html-template';
import { callUserCode, define, expose } from './members';
import { own } from './objects';

interface OutputState {
  content: string;
  title: string;
  width: number | null;
  height: number | null;
  faviconUrl: string | null;
  metaTags: HtmlOutputMetaTag[];
}

export class HtmlOutput {
  readonly [own]: OutputState;
  constructor(content: string) {
    const title = /<title>([\s\S]*?)<\/title>/i.exec(content)?.[1] ?? '';
    this[own] = { content, title, width: null, height: null, faviconUrl: null, metaTags: [] };
  }
  getContent(): string {
    return this[own].content;
  }
  setContent(content: string): HtmlOutput {
    return this.#set({ content });
  }
  append(added: string): HtmlOutput {
    return this.#set({ content: this[own].content + added });
  }
  appendUntrusted(added: string): HtmlOutput {
    return this.append(added.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`));
  }
  clear(): HtmlOutput {
    return this.#set({ content: '' });
  }
  getTitle(): string {
    return this[own].title;
  }
  setTitle(title: string): HtmlOutput {
    return this.#set({ title });
  }
  getWidth(): number | null {
    return this[own].width;
  }
  setWidth(width: number | null): HtmlOutput {
    return this.#set({ width });
  }
  getHeight(): number | null {
    return this[own].height;
  }
  setHeight(height: number | null): HtmlOutput {
    return this.#set({ height });
  }
  getFaviconUrl(): string | null {
    return this[own].faviconUrl;
  }
  setFaviconUrl(faviconUrl: string): HtmlOutput {
    return this.#set({ faviconUrl });
  }
  addMetaTag(name: string, content: string): HtmlOutput {
    this[own].metaTags.push(new HtmlOutputMetaTag(name, content));
    return this;
  }
  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this[own].metaTags];
  }
  /** Documented to have no effect any more. */
  setSandboxMode(_mode: EnumValue): HtmlOutput {
    return this;
  }
  /** Speaks of web apps only; a sidebar's frame is Google's own. */
  setXFrameOptionsMode(_mode: EnumValue): HtmlOutput {
    return this;
  }
  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this[own].content);
  }
  getBlob(): Blob {
    return newBlob(this[own].content, 'text/html', 'output.html');
  }
  #set(change: Partial<OutputState>): HtmlOutput {
    Object.assign(this[own], change);
    return this;
  }
}

export class HtmlOutputMetaTag {
  readonly [own]: { name: string; content: string };
  constructor(name: string, content: string) {
    this[own] = { name, content };
  }
  getName(): string {
    return this[own].name;
  }
  getContent(): string {
    return this[own].content;
  }
}

/** Its own enumerable members are the scriptlets' variables. */
export class HtmlTemplate {
  declare readonly [own]: { source: string };
  constructor(source: string) {
    define(this, own, { source });
  }
  evaluate(): HtmlOutput {
    const render = compileTemplate(this[own].source, Object.keys(this));
    return new HtmlOutput(callUserCode(() => render(Object.values(this))));
  }
  getCode(): string {
    return templateCode(this[own].source);
  }
  getRawContent(): string {
    return this[own].source;
  }
}

export class HtmlService {
  createHtmlOutput(content: string | Blob = ''): HtmlOutput {
    return new HtmlOutput(textOf(content));
  }
  /** The file comes back parsed and written anew (facts §11.1); a template's getRawContent() has it as it is. */
  createHtmlOutputFromFile(name: string): HtmlOutput {
    return new HtmlOutput(ask<string>('htmlFromFile', { text: fileText(name) }));
  }
  createTemplate(content: string | Blob): HtmlTemplate {
    return new HtmlTemplate(textOf(content));
  }
  createTemplateFromFile(name: string): HtmlTemplate {
    return new HtmlTemplate(fileText(name));
  }
  getUserAgent(): string | null {
    return null;
  }
}

function textOf(content: string | Blob): string {
  return content instanceof Blob ? content.getDataAsString() : content;
}

function fileText(name: string): string {
  const text = config.htmlFiles[name] ?? config.htmlFiles[name.replace(/\.html$/, '')];
  if (text === undefined) throw new Exception(`No HTML file named ${name} was found.`);
  return text;
}

expose(HtmlOutput, 'HtmlService.HtmlOutput', {
  getContent: '',
  setContent: 'text',
  append: 'text',
  appendUntrusted: 'text',
  clear: '',
  getTitle: '',
  setTitle: 'text',
  getWidth: '',
  setWidth: 'int?',
  getHeight: '',
  setHeight: 'int?',
  getFaviconUrl: '',
  setFaviconUrl: 'str',
  addMetaTag: 'str str',
  getMetaTags: '',
  setSandboxMode: 'SandboxMode',
  setXFrameOptionsMode: 'XFrameOptionsMode',
  asTemplate: '',
  getBlob: '',
});
expose(HtmlOutputMetaTag, 'HtmlService.HtmlOutputMetaTag', { getName: '', getContent: '' });
expose(HtmlService, 'HtmlService', {
  createHtmlOutput: ' | text | Blob',
  createHtmlOutputFromFile: 'str',
  createTemplate: 'text | Blob',
  createTemplateFromFile: 'str',
  getUserAgent: '',
});
expose(HtmlTemplate, 'HtmlService.HtmlTemplate', { evaluate: '', getCode: '', getRawContent: '' });

/** The enums that are members of HtmlService. */
export const htmlEnums = { SandboxMode, XFrameOptionsMode };

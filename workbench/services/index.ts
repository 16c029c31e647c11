/**
 * The services bundle: evaluated in each fresh context before user code. The worker takes `__install` away and calls it;
 * nothing of the bridge stays within the script's reach.
 */

import type { ContextConfig, EventInput, ScriptError } from '../runtime/protocol';
import { packResult } from '../runtime/script-run';
import { absentServices } from './absent';
import { tellServicesBy } from './arguments';
import { flush } from './book';
import { Browser, Buttons } from './browser';
import { CacheService } from './cache';
import { makeEvent } from './event';
import { config, connect, type HostFace, waits } from './host';
import { HtmlService, htmlEnums } from './html';
import { LockService } from './lock';
import { Console, Logger } from './logging';
import { asScriptSees, define, describeError, isServiceObject, path } from './members';
import { PropertiesService } from './properties';
import './range';
import './range-list';
import { ScriptApp, scriptEnums } from './script-app';
import { installDate } from './script-date';
import { knownSelection, startSelection } from './selection-state';
import { Session } from './session';
import './sheet';
import { SpreadsheetApp, spreadsheetEnums } from './spreadsheet-app';
import './spreadsheet';
import { Utilities, utilitiesEnums } from './utilities';

function install(host: HostFace, configJson: string) {
  connect(host, JSON.parse(configJson) as ContextConfig);
  tellServicesBy((value) =>
    (typeof value === 'object' || typeof value === 'function') && value !== null
      ? ((Reflect.get(value, path) as string | undefined) ?? null)
      : null,
  );
  startSelection();
  installDate();
  const services: Record<string, object> = {
    ...absentServices(config.enabledNames),
    Browser: withEnums(new Browser(), { Buttons }),
    CacheService: new CacheService(),
    console: new Console(),
    HtmlService: withEnums(new HtmlService(), htmlEnums),
    LockService: new LockService(),
    Logger: new Logger(),
    PropertiesService: new PropertiesService(),
    ScriptApp: withEnums(new ScriptApp(), scriptEnums),
    Session: new Session(),
    SpreadsheetApp: withEnums(new SpreadsheetApp(), spreadsheetEnums),
    Utilities: withEnums(new Utilities(), utilitiesEnums),
  };
  for (const [name, service] of Object.entries(services)) define(globalThis, name, service);
  return {
    finish: () => {
      waits.end();
      asScriptSees(flush);
    },
    waitMs: () => waits.totalMs,
    event: (json: string) => makeEvent(JSON.parse(json) as EventInput),
    describe: (error: unknown): ScriptError => describeError(error),
    pack,
    selection: () => JSON.stringify(knownSelection()),
  };
}

function withEnums(service: object, enums: Record<string, object>): object {
  for (const [name, value] of Object.entries(enums)) define(service, name, value);
  return service;
}

/** The result as text: plain JSON for the command line and tests, or what google.script.run lets cross. */
function pack(value: unknown, mode: 'json' | 'client'): { json: string; type: string } {
  if (mode === 'json') return { json: JSON.stringify(value) ?? 'null', type: typeof value };
  const packed = packResult(value, isServiceObject);
  if ('serverError' in packed)
    throw new Error("We're sorry, a server error occurred. Please wait a bit and try again.");
  return 'none' in packed ? { json: 'null', type: 'none' } : { json: packed.json, type: typeof value };
}

define(globalThis, '__install', install);

/** Univer as the page uses it: the open-source presets, without what belongs to the server or to nobody here. */
import {
  DEFAULT_STYLES,
  ICommandService,
  type Injector,
  LocaleType,
  LogLevel,
  mergeLocales,
  type Plugin,
  type PluginCtor,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalEnUS from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnUS from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEnUS from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteEnUS from '@univerjs/preset-sheets-note/locales/en-US';
import { defaultTheme } from '@univerjs/themes';
import { sendKeysToCell } from './focus';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';

/** Not calculated here: results come from the server. */
const NO_CALCULATION = 2;

export interface SheetMachine {
  api: FUniver;
  injector: Injector;
  commands: ICommandService;
}

/** Univer's own protection, which nobody would enforce: scripts protect cells here, and the server keeps to that. */
const HIDDEN = Object.fromEntries(
  [
    'sheet.contextMenu.permission',
    'sheet.command.add-range-protection-from-context-menu',
    'sheet.command.add-range-protection-from-sheet-bar',
    'sheet.command.add-range-protection-from-toolbar',
    'sheet.command.change-sheet-protection-from-sheet-bar',
    'sheet.command.delete-range-protection-from-context-menu',
    'sheet.command.delete-worksheet-protection-from-sheet-bar',
    'sheet.command.set-range-protection-from-context-menu',
    'sheet.command.view-sheet-permission-from-context-menu',
    'sheet.command.view-sheet-permission-from-sheet-bar',
  ].map((id) => [id, { hidden: true }]),
);

/** Univer 0.25 shows these and has no words for them. */
const MISSING_WORDS = {
  'sheets-formula': {
    progress: {
      analyzing: 'Looking what has to be calculated…',
      calculating: 'Calculating…',
      'array-analysis': 'Looking what has to be calculated…',
      'array-calculation': 'Calculating…',
      done: 'Calculated',
    },
  },
};

type PluginEntry = PluginCtor<Plugin> | [PluginCtor<Plugin>, unknown];

export function createUniver(container: HTMLElement): SheetMachine {
  // A cell that nobody has formatted is Arial 10 at Google.
  DEFAULT_STYLES.fs = 10;
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.EN_US,
    logLevel: LogLevel.ERROR,
    locales: { [LocaleType.EN_US]: mergeLocales(coreEnUS, validationEnUS, conditionalEnUS, noteEnUS, MISSING_WORDS) },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      formula: { initialFormulaComputing: NO_CALCULATION },
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      menu: HIDDEN,
    }),
    // A person types into the cell, not into a search field that opens over it.
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsNotePreset(),
  ];
  // Presets share plugins; the last configuration of each counts.
  const plugins = new Map<string, [PluginCtor<Plugin>, unknown]>();
  for (const entry of presets.flatMap((preset) => preset.plugins as PluginEntry[])) {
    const [plugin, config] = Array.isArray(entry) ? entry : [entry, undefined];
    plugins.set(plugin.pluginName, [plugin, config]);
  }
  for (const [plugin, config] of plugins.values()) univer.registerPlugin(plugin, config as never);
  const injector = univer.__getInjector();
  sendKeysToCell({ injector });
  return { api: FUniver.newAPI(univer), injector, commands: injector.get(ICommandService) };
}

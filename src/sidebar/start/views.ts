/** The pages of starting a month. */
import type { StartPreview } from '../../contract/calls';
import type { AgendaView } from '../../contract/state';
import type { CarryDecision } from '../../core/deal/carry';
import type { MonthKey } from '../../core/shared/month';

/** What a month would begin with. */
export interface MonthPreview {
  at: 'preview';
  month: MonthKey;
  preview: StartPreview;
  everyone: boolean;
  /** Why it is shown once more; '' the first time. */
  note: string;
  agenda?: AgendaView['id'] | undefined;
  /** On single deals, for one person only; the preview follows them as soon as it is answered. */
  decisions?: CarryDecision[];
}

/** On which tabs a month was started, and on which not. */
export interface MonthStarted {
  at: 'everyoneStarted';
  month: MonthKey;
  started: string[];
  already: string[];
  problems: string[];
}

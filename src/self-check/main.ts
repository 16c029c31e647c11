/**
 * The add-on with one menu entry more, for `npm run build -- --self-check`: the names that Google calls, beside those of
 * the add-on itself.
 */
import '../main';
import * as selfCheck from './server/calls';

declare const global: Record<string, unknown>;

global.onOpen = selfCheck.onOpen;
global.onEdit = selfCheck.onEdit;
global.openSelfCheck = selfCheck.openSelfCheck;
global.runSelfCheck = selfCheck.runSelfCheck;
global.selfCheckAnswer = selfCheck.selfCheckAnswer;
global.selfCheckEdits = selfCheck.selfCheckEdits;

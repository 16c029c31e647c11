/** The runtime's face for the server, the command line and tests. */
export { type ClientAnswer, type ClientCall, runClientCall } from './client-call';
export { type ExecutionOptions, type ExecutionResult, runExecution, TIME_LIMIT_MS } from './execution';
export type { Fault } from './faults';
export { isPublicName, topLevelFunctions } from './function-names';
export { type Hub, hubOf } from './hub';
export { LockManager } from './locks';
export { mayEditCells, mayWrite, PROTECTED_MESSAGE } from './permissions';
export { type EditKind, eventOf, type PersonEdit } from './person-edit';
export { closeWorkers } from './pool';
export {
  clientFunctionNames,
  loadProject,
  type Project,
  type ProjectFile,
  projectFileType,
  projectOfFiles,
  readManifest,
} from './project';
export type { AuthModeName, EventInput, LogEntry, ScriptError, SelectionState } from './protocol';
export { EngineQueue } from './queue';
export { LOST_CONNECTION, packArguments } from './script-run';
export { type PageReading, servedPage } from './served-page';
export { type CallKind, kindOf, reaches, WAIT_MS } from './service-costs';
export {
  firesOnEdit,
  HARDER_READING,
  hasTrigger,
  type SimpleTrigger,
  TRIGGER_LIMIT_MS,
  TriggerLine,
  type TriggerSettings,
  triggerRights,
} from './simple-triggers';
export type { Traffic } from './traffic';
export type { ButtonName, Dialog, MenuItem, Page, Toast, UiEffect, UiHost } from './ui-host';

/** The add-on with one menu entry more, for `npm run build -- --self-check`: its own names, and `onOpen` with that entry. */
export * from '../main';
export { onEdit, onOpen, openSelfCheck, runSelfCheck, selfCheckAnswer, selfCheckEdits } from './server/calls';

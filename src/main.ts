/**
 * The names that Google calls: the acts of the sidebar, menu and triggers. The build makes a function of each export, at
 * the top level, where Apps Script looks for it; nothing else is global.
 */
export * from './addon/acts';
export { makeTabsForNewPeople, makeTeamTab, onInstall, onOpen, openSidebar } from './addon/menu';
export { onEdit } from './addon/on-edit';
export { protectTeamTabs } from './addon/protection';

/** The build takes style sheets along as text. */
declare module '*.css';

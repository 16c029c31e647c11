/** Made by build.mjs (workbench/google-names.mjs): what each class, enum and service of Google has, by the pinned types. */
declare module 'google-names' {
  const names: Readonly<Record<string, string>>;
  export default names;
}

interface Props {
  text: string;
  run: () => void;
  /** One at a time is blue. */
  primary?: boolean;
  quiet?: boolean;
}

export function Button({ text, run, primary = false, quiet = false }: Props) {
  return (
    <button type="button" class={`button${primary ? ' primary' : ''}${quiet ? ' quiet' : ''}`} onClick={run}>
      {text}
    </button>
  );
}

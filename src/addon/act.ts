/** What an act is, and how it becomes a function that Google calls. */
import * as v from 'valibot';
import type { Answer, CallName, RequestOf, ResultOf } from '../contract/calls';
import { ProblemError } from '../core/problems';
import { problemOf, problemView } from './answer';
import { callBegins } from './portions';

/** One thing that the sidebar can ask for. */
export interface Act<N extends CallName> {
  /** What it does, for sentences: "Something went wrong while saving." */
  doing: string;
  /** What its request looks like. */
  request: v.GenericSchema<unknown, RequestOf<N>>;
  run(request: RequestOf<N>): ResultOf<N>;
}

/** An act as a function for google.script.run: JSON text in, JSON text of an Answer out, never a throw. */
export function act<N extends CallName>(name: N, { doing, request, run }: Act<N>): (json: unknown) => string {
  return (json) => {
    let answer: Answer<ResultOf<N>>;
    callBegins();
    try {
      answer = { ok: true, value: run(read(name, request, json)) };
    } catch (error) {
      answer = { ok: false, problem: problemView(problemOf(error, doing)) };
    }
    return JSON.stringify(answer);
  };
}

/** The request; stops with the path of the first thing that is wrong in it. */
function read<T>(name: CallName, schema: v.GenericSchema<unknown, T>, json: unknown): T {
  let data: unknown;
  try {
    data = JSON.parse(String(json));
  } catch {
    return refuse(`${name}: not JSON`);
  }
  const result = v.safeParse(schema, data);
  return result.success ? result.output : refuse(`${name}: ${v.getDotPath(result.issues[0]) ?? 'request'}`);
}

function refuse(what: string): never {
  throw new ProblemError({ code: 'badRequest', about: { what } });
}

import { State } from '../lib/format.ts';

// What Space moves to: not started, learning, done, and round again.
export function nextState(state: number | undefined): number {
  return state === State.learning ? State.done : state === State.done ? State.notStarted : State.learning;
}

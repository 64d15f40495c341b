import type { SkillState } from '../engine/protocol.ts';
import { State } from '../lib/format.ts';

// What Space moves to: not started, learning, done, and round again.
export function nextState(state: SkillState | undefined): SkillState {
  return state === State.learning ? State.done : state === State.done ? State.notStarted : State.learning;
}

// Whether something is typed that the engine has not been given yet; the sign of saving waits for it.

let typing = false;
let listener = () => {};

export const isTyping = () => typing;

export function setTyping(now: boolean): void {
  if (now === typing) return;
  typing = now;
  listener();
}

export function onTyping(changed: () => void): void {
  listener = changed;
}

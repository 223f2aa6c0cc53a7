/** Keys for the whole page. */

export type KeyAction =
  | 'play'
  | 'back'
  | 'on'
  | 'slower'
  | 'faster'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'search'
  | 'next'
  | 'previous'
  | 'follow'
  | 'centre'
  | 'labels'
  | 'vector'
  | 'theme'
  | 'escape'
  | 'help';

const ACTIONS: ReadonlyMap<string, KeyAction> = new Map(Object.entries<KeyAction>({
  ' ': 'play',
  j: 'back',
  k: 'on',
  '<': 'slower',
  '>': 'faster',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fit',
  '/': 'search',
  n: 'next',
  p: 'previous',
  f: 'follow',
  c: 'centre',
  l: 'labels',
  v: 'vector',
  t: 'theme',
  Escape: 'escape',
  '?': 'help',
}));

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Where the focus is, as far as keys care. */
export type Focus = 'field' | 'control' | 'page';

/**
 * What a key means. In a field of text only Escape means anything; on a button, a list of choices or the slider, the
 * keys by which those are worked are theirs.
 */
export function keyAction(pressed: Pressed, focus: Focus): KeyAction | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const action = ACTIONS.get(key);
  if (focus === 'field') return action === 'escape' ? action : undefined;
  if (focus === 'control' && (key === ' ' || key.startsWith('Arrow'))) return undefined;
  return action;
}

export function focusOf(element: Element | null): Focus {
  if (!element) return 'page';
  if (element instanceof HTMLInputElement) {
    return element.type === 'range' || element.type === 'checkbox' ? 'control' : 'field';
  }
  if (element instanceof HTMLTextAreaElement) return 'field';
  return element instanceof HTMLButtonElement || element instanceof HTMLSelectElement ? 'control' : 'page';
}

import * as vscode from 'vscode';
import type { Guard } from './guard.ts';
import type { CommandId } from './ids.ts';

/** Registers a command whose failures are said and logged by the guard. `title` is for the log and the message. */
export function registerCommand(
  guard: Guard,
  id: CommandId,
  title: string,
  run: (...args: readonly unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, (...args: unknown[]) => guard.run(title, () => run(...args)));
}

/**
 * The papers a command was called on: `{ key }`, `{ keys }`, or what the tree passes (the item, then all selected ones).
 * Anything else is nothing: commands can be called by anybody with anything.
 */
export function keysOfArguments(args: readonly unknown[]): readonly string[] {
  const [first, selected] = args;
  const items = Array.isArray(selected) && selected.length > 0 ? selected : [first];
  return [...new Set(items.flatMap(keysOf))];
}

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('key' in value && typeof value.key === 'string') return [value.key];
  if ('keys' in value && Array.isArray(value.keys)) {
    return value.keys.filter((key): key is string => typeof key === 'string');
  }
  return [];
}

/** What a search is to begin with: `{ query }`. Anything else is nothing, as in `keysOfArguments`. */
export function queryOfArgument(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('query' in value)) return undefined;
  return typeof value.query === 'string' ? value.query : undefined;
}

/** The file a command was called on: a URI, or what the tree passes for a paper file. */
export function fileOfArgument(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  if (typeof value !== 'object' || value === null || !('uri' in value)) return undefined;
  if (value.uri instanceof vscode.Uri) return value.uri;
  return typeof value.uri === 'string' ? vscode.Uri.parse(value.uri, true) : undefined;
}

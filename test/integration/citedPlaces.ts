import * as vscode from 'vscode';
import { LocalEngine } from '../../src/engine/localEngine.ts';
import { SettingsReader } from '../../src/host/adapters/settings.ts';
import { CitedPlacesService } from '../../src/host/citedPlaces/citedPlacesService.ts';
import { Guard } from '../../src/host/guard.ts';
import { leadsThroughLink } from '../../src/host/node/leadsThroughLink.ts';

/** The service by itself, over an engine in this thread that can be replaced. */
export interface LooseCitedPlaces extends vscode.Disposable {
  readonly places: CitedPlacesService;
  /** The engine ends, and another one takes its place. */
  renewEngine(): void;
}

/** Starts one; the extension has its own, which nobody outside can ask. */
export function startCitedPlaces(): LooseCitedPlaces {
  const log = vscode.window.createOutputChannel('Cited places', { log: true });
  const settings = new SettingsReader(log);
  const stateChanged = new vscode.EventEmitter<'ready'>();
  const library = { engine: newEngine(), onDidChangeState: stateChanged.event };
  const parts = { library, settings, guard: new Guard(log), log, leadsThroughLink: isLinked };
  const places = new CitedPlacesService(parts);
  return {
    places,
    renewEngine() {
      library.engine.dispose();
      library.engine = newEngine();
      stateChanged.fire('ready');
    },
    dispose() {
      for (const part of [places, stateChanged, settings, log]) part.dispose();
      library.engine.dispose();
    },
  };
}

function isLinked(file: vscode.Uri, root: vscode.Uri): Promise<boolean> {
  return leadsThroughLink(file.fsPath, root.fsPath);
}

function newEngine(): LocalEngine {
  return new LocalEngine({
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

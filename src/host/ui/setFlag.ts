import * as vscode from 'vscode';
import { settingsSection, type settingIds } from '../ids.ts';

/** Changes a setting where it is set already, else for the user: such things are habits, not properties of a workspace. */
export async function setFlag(id: (typeof settingIds)[keyof typeof settingIds], value: boolean): Promise<void> {
  const section = vscode.workspace.getConfiguration(settingsSection);
  const inWorkspace = section.inspect(id)?.workspaceValue !== undefined;
  const { Global, Workspace } = vscode.ConfigurationTarget;
  await section.update(id, value, inWorkspace ? Workspace : Global);
}

/** `…/workspaceStorage/<workspace>-<number>/<extension>` */
const numbered = /(\/workspaceStorage\/[0-9a-z]+)-[1-9](\/[^/]+)$/;

/**
 * The path of the folder that all windows of a workspace share, of the one that VS Code gave this window: while another
 * window, or a host that has lost its window, holds the workspace, it gets one that nobody looks into afterwards. What is
 * kept there must have names that no two hosts give.
 */
export function sharedStorage(path: string): string {
  return path.replace(numbered, '$1$2');
}

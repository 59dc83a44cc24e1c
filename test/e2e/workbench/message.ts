import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

/** Waits for a message among the notifications, and clears them. */
export async function message({ page }: Workbench, text: string): Promise<void> {
  const center = page.locator('.notifications-center.visible');
  const texts = center.locator('.notification-list-item-message');
  await until(text, async () => {
    // A drop that ends gives the focus to where it fell, which closes them.
    if (!(await center.isVisible())) await page.locator('[id="status.notifications"]').click();
    return (await texts.allInnerTexts()).some((one) => one.includes(text));
  });
  await center.getByRole('button', { name: /^Clear All/ }).click();
}

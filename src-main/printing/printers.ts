/** Whether paper can be had at all. */
import type { BrowserWindow } from 'electron'

export async function hasPrinter(window: BrowserWindow | null): Promise<boolean> {
  const printers = await window?.webContents.getPrintersAsync()
  return printers !== undefined && printers.length > 0
}

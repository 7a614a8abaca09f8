/** The fuses of Electron's program, all nine: docs/security.md. */
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** The program does not run as Node, takes no options from outside, and loads nothing but its own archive. */
export const fuses: Readonly<Record<FuseV1Options, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** Sets every fuse and reads them back. Throws where one is not as it should be. */
export async function setFuses(program: string): Promise<void> {
  await flipFuses(program, { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...fuses })
  const wire = await getCurrentFuseWire(program)
  for (const [fuse, wanted] of Object.entries(fuses)) {
    const state = wire[Number(fuse) as FuseV1Options]
    if (state !== (wanted ? FuseState.ENABLE : FuseState.DISABLE))
      throw new Error(`Fuse ${FuseV1Options[Number(fuse)]} of ${program} is not as it should be.`)
  }
}

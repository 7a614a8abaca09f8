/** The answers to the calls about packs of own documents. */
import * as nodeFiles from 'node:fs/promises'
import type { Answers, Channel } from '../../src-bridge/contract.ts'
import { packFileExtension } from '../../src-library/format/packfile.ts'
import { success } from '../../src-library/model/outcome.ts'
import { keyFileExtension } from '../../src-packs/keyfile.ts'
import { freeName } from '../files/neutralname.ts'
import type { SaveTarget } from '../files/readersfile.ts'
import type { ChooseToSave } from '../files/textfiles.ts'
import { fail } from './failures.ts'
import type { OwnPacks } from './packs.ts'

type OwnChannel = Extract<Channel, `own.${string}`>

export type ChooseOwn = {
  /** Asks for documents, or for a folder of them; null when the reader cancels. */
  readonly documents: (what: 'files' | 'folder') => Promise<readonly string[] | null>
  /** Asks for a folder to write into. */
  readonly folder: () => Promise<string | null>
  /** Asks for the file of a publisher's key. */
  readonly key: () => Promise<string | null>
  /** Ask where a new key file, and a signed pack, are written. */
  readonly newKey: ChooseToSave
  readonly signed: ChooseToSave
}

export function ownAnswers(
  own: OwnPacks,
  choose: ChooseOwn,
  offered: () => SaveTarget,
  today: () => string,
): Pick<Answers, OwnChannel> {
  const newFile = async (ask: ChooseToSave, stem: string, ending: string): Promise<string | null> =>
    ask(await freeName(offered().folder, stem, ending.slice(1), nodeFiles))
  return {
    'own.list': async () => success(await own.list()),
    'own.create': ({ title, language }) => own.create(title, language),
    'own.read': ({ pack }) => own.read(pack),
    'own.about': ({ pack, about }) => own.about(pack, about),
    'own.choose': async ({ pack, what }) => {
      const paths = await choose.documents(what)
      return paths === null ? fail('cancelled') : own.bring(pack, paths, what)
    },
    'own.drop': (dropped) =>
      'size' in dropped
        ? own.receive(dropped.pack, dropped.file, dropped.size)
        : own.receiveMore(dropped.pack, dropped.bytes),
    'own.cancel': () => {
      own.cancel()
      return Promise.resolve(success(null))
    },
    'own.look': ({ pack, document }) => own.look(pack, document),
    'own.edit': ({ pack, document, version, edit }) => own.edit(pack, document, version, edit),
    'own.removeDocument': ({ pack, document }) => own.removeDocument(pack, document),
    'own.undoRemove': ({ pack }) => own.undoRemove(pack),
    'own.check': ({ pack }) => own.check(pack),
    'own.save': ({ pack }) => own.save(pack),
    'own.export': async ({ pack }) => {
      const folder = await choose.folder()
      return folder === null ? fail('cancelled') : own.exportTo(pack, folder)
    },
    'own.key': (request) =>
      own.key(request, {
        open: choose.key,
        // A neutral name: it appears in lists of files.
        save: () => newFile(choose.newKey, 'publisher', keyFileExtension),
      }),
    'own.sign': ({ pack, passphrase }) =>
      own.sign(pack, passphrase, {
        choose: () => newFile(choose.signed, `pack-${today()}`, packFileExtension),
        mode: offered().mode,
      }),
    'own.remove': ({ pack }) => own.remove(pack),
  }
}

/** The answers to the calls about packs of own documents. */
import type { Answers, Channel } from '../../src-bridge/contract.ts'
import { success } from '../../src-library/model/outcome.ts'
import { fail } from './failures.ts'
import type { OwnPacks } from './packs.ts'

type OwnChannel = Extract<Channel, `own.${string}`>

export type ChooseOwn = {
  /** Asks for documents, or for a folder of them; null when the reader cancels. */
  readonly documents: (what: 'files' | 'folder') => Promise<readonly string[] | null>
  /** Asks for a folder to write into. */
  readonly folder: () => Promise<string | null>
}

export function ownAnswers(own: OwnPacks, choose: ChooseOwn): Pick<Answers, OwnChannel> {
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
    'own.remove': ({ pack }) => own.remove(pack),
  }
}

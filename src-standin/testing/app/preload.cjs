// eslint-disable-next-line @typescript-eslint/no-require-imports -- as a sandboxed preload has to be
const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('bridge', {
  ask: (request) => ipcRenderer.invoke('ask', request),
  onTold: (listener) => ipcRenderer.on('told', (_event, value) => listener(value)),
  double: (number) => number * 2,
  refuse: () => {
    throw new RangeError('not that')
  },
  later: () => Promise.resolve({ when: new Date(86_400_000) }),
  process: { type: process.type, sandboxed: process.sandboxed },
})

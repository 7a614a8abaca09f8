import { greeting } from './dependency.js'

const size = async (address) => {
  try {
    return (await (await fetch(address)).arrayBuffer()).byteLength
  } catch (error) {
    return String(error)
  }
}
postMessage({ greeting, large: await size('large.bin'), elsewhere: await size('https://elsewhere.invalid/') })

/** The name under which the preload hands the bridge to the page. Apart from the contract, whose checks the page does without. */
export const bridgeName = 'fieldshelf'

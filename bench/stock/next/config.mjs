import { stockConfig } from '../config.mjs'

export default stockConfig(process.env.STOCK_FILE)

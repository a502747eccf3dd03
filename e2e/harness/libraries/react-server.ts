import * as React from 'react';
import { renderToString } from 'react-dom/server.node';
import { type ShopProps, shopOf } from './react-shop.js';

export const render = (props: ShopProps): string => renderToString(shopOf(React)(props));

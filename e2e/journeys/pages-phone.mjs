// Every page on a phone.

import { readEveryPage } from '../lib/pages.mjs';

readEveryPage(390);

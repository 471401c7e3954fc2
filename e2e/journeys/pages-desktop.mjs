// Every page on a desktop.

import { readEveryPage } from '../lib/pages.mjs';

readEveryPage(1280);

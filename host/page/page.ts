// The browser page: toolbar and ribbon above, grid on the left, the add-in's task pane in a frame on the right.
import './page.css';
import { startPage } from './start-page.ts';

void startPage();

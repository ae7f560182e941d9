import { memo } from 'react';
import { Button } from 'react-aria-components';

/** A button that rests as long as its text and what it does are the same: React Aria's costs as much as a row of the list. */
export const StillButton = memo(Button);

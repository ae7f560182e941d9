import { type ReactNode, useRef } from 'react';
import { Button, FileTrigger, type FileTriggerProps } from 'react-aria-components';

interface FileChoiceProps
  extends Pick<FileTriggerProps, 'acceptedFileTypes' | 'allowsMultiple' | 'acceptDirectory'> {
  readonly className?: string;
  readonly isDisabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A button that has files chosen. Their names do not stay in the form, which the browser would write to the disk. */
export function FileChoice({
  className = 'button',
  isDisabled = false,
  onFiles,
  children,
  ...trigger
}: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <FileTrigger
      {...trigger}
      ref={input}
      onSelect={(list) => {
        const files = Array.from(list ?? []);
        if (input.current) input.current.value = '';
        if (files.length > 0) onFiles(files);
      }}
    >
      <Button className={className} isDisabled={isDisabled}>
        {children}
      </Button>
    </FileTrigger>
  );
}

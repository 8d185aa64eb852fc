import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import * as m from '#messages';

export type ButtonLook = 'solid' | 'outline' | 'text';

interface Shown {
  children: ReactNode;
  /** Solid is for the one main act of a screen. */
  look?: ButtonLook;
}

/** A button that cannot be used says why, in words beside it; there is no other way to disable one. */
export interface ButtonProps extends Shown {
  type?: 'button' | 'submit';
  onPress?: () => void;
  disabledReason?: string | undefined;
  /** Work is under way: the button says so and takes no second press. */
  pending?: boolean;
  describedBy?: string;
  disabled?: never;
}

const shape =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-8 px-4 py-2 text-center text-oln-16B-100 leading-[1.3] underline-offset-[0.1875rem]';

const looks: Record<ButtonLook, string> = {
  solid:
    'border border-transparent bg-key-900 text-white no-underline hover:bg-key-1000 hover:text-white hover:underline active:bg-key-1200',
  outline:
    'border border-current bg-white text-key-900 no-underline hover:bg-key-50 hover:text-key-1000 hover:underline active:bg-key-100',
  text: 'border border-transparent text-key-900 underline hover:bg-key-50 hover:text-key-1000 active:bg-key-100',
};

const unusable = 'cursor-not-allowed border border-solid-gray-536 bg-solid-gray-50 text-solid-gray-600';

export function Button(props: ButtonProps) {
  const { children, look = 'outline', type = 'button', onPress, disabledReason, pending = false } = props;
  const reasonId = useId();
  const button = (
    <button
      type={type}
      className={`${shape} ${disabledReason || pending ? unusable : `cursor-pointer ${looks[look]}`}`}
      aria-disabled={disabledReason !== undefined || pending || undefined}
      aria-describedby={disabledReason ? reasonId : props.describedBy}
      onClick={(event) => {
        if (disabledReason || pending) event.preventDefault();
        else onPress?.();
      }}
    >
      {pending ? m.ui_button_pending() : children}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {button}
      <span id={reasonId} className="text-solid-gray-700">
        {disabledReason}
      </span>
    </span>
  );
}

export interface ButtonLinkProps extends Shown {
  to: string;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ children, look = 'outline', to }: ButtonLinkProps) {
  return (
    <Link to={to} className={`${shape} ${looks[look]}`}>
      {children}
    </Link>
  );
}

export interface DownloadLinkProps extends Shown {
  /** From `hrefOf(operation, input)`. */
  href: string;
}

/** A file of the server, kept under the name the server gives it. */
export function DownloadLink({ children, look = 'outline', href }: DownloadLinkProps) {
  return (
    <a href={href} download className={`${shape} ${looks[look]}`}>
      {children}
    </a>
  );
}

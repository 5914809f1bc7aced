import { useEffect, useRef, type ReactNode } from 'react';
import { BackLink, type BackLinkProps } from './back-link.tsx';

type PageProps = {
  readonly title: string;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
  readonly back?: BackLinkProps | undefined;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** A chip beside the title. */
  readonly status?: ReactNode;
  /** A Picture beside the title, where there is room. */
  readonly picture?: ReactNode;
  readonly width?: 'narrow' | 'normal' | 'wide' | 'full' | undefined;
  /** A row of buttons that stays at the bottom of the window. */
  readonly footer?: ReactNode;
  /** Moves the focus to the title when the page appears, so that a screen reader says where one is. */
  readonly focusTitle?: boolean | undefined;
  readonly children?: ReactNode;
};

/** One screen: way back, title, content. There is exactly one on the window, as its `main`. */
export function Page(props: PageProps) {
  const { title, lead, back, actions, status, picture, width = 'normal', footer, focusTitle = false, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, [focusTitle]);
  return (
    <main id="main" className="ui-page" data-width={width} tabIndex={-1}>
      <div className="ui-page-inner">
        {back && <BackLink {...back} />}
        <div className="ui-page-head">
          <div className="ui-page-titles">
            <div className="ui-page-title-row">
              <h1 ref={heading} tabIndex={-1}>
                {title}
              </h1>
              {status}
            </div>
            {lead !== undefined && <p className="ui-page-lead">{lead}</p>}
          </div>
          {actions !== undefined && <div className="ui-page-actions">{actions}</div>}
          {picture !== undefined && <div className="ui-page-picture">{picture}</div>}
        </div>
        <div className="ui-page-content">{children}</div>
      </div>
      {footer !== undefined && (
        <div className="ui-page-footer">
          <div className="ui-page-footer-inner">{footer}</div>
        </div>
      )}
    </main>
  );
}

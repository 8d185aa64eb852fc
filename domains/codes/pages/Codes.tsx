import { Link } from 'react-router';
import * as m from '#messages';
import { PageHeader } from '#ui/PageHeader.tsx';
import { codeLists, codeListUse, codeListWords } from '../model.ts';

/** The lists of codes, each with a page of its own. */
export function Component() {
  return (
    <>
      <PageHeader title={m.codes_title()} lead={m.codes_lead()} />
      <ul className="list-disc pl-6">
        {codeLists.map((list) => (
          <li key={list} className="py-2">
            <Link to={`/admin/codes/${list}`}>{codeListWords[list]()}</Link>
            {codeListUse[list] && <p className="text-solid-gray-700">{codeListUse[list]()}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

import type { Block } from '#platform/typesetting/paper.ts';
import { Chart } from '#ui/Chart.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Lines, Prose } from './Lines.tsx';
import { PaperTable } from './PaperTable.tsx';

/** A piece of the paper on the screen. */
export function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3 className="mt-4 text-std-20B-150 print:break-after-avoid">{block.text}</h3>;
    case 'text':
      return (
        <div className={`grid max-w-176 gap-2 ${block.quiet ? 'text-solid-gray-700' : ''}`}>
          <Prose lines={block.lines} />
        </div>
      );
    case 'table':
      return <PaperTable table={block} />;
    case 'figure':
      return (
        <div className="print:break-inside-avoid">
          <Chart
            title={block.caption}
            summary={block.alternative}
            svg={block.svg}
            columns={block.columns}
            rows={block.rows}
          />
        </div>
      );
    case 'terms':
      return (
        <DescriptionList
          items={block.items.map(({ term, lines }) => ({ term, value: <Lines texts={lines} /> }))}
        />
      );
  }
}

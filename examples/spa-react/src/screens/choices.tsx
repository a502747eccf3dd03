import { useId } from 'react';

interface ChoicesProps<T extends string> {
  legend: string;
  options: readonly T[];
  labels: Record<T, string>;
  value: T;
  onChange: (value: T) => void;
}

/** A few radio buttons in a row. */
export function Choices<T extends string>({ legend, options, labels, value, onChange }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className="field">{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          <span>{labels[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}

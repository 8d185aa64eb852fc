/** A number that a telephone dials when it is pressed. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`} className="inline-block py-2 -my-2 whitespace-nowrap">
      {phone}
    </a>
  );
}

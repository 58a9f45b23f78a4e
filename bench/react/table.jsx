// A matrix that is small enough to stand in the document.
import { memo } from "react";
import { roleUrl, skillUrl } from "../ladder.js";
import { Link } from "./router.jsx";

const SkillRow = memo(function SkillRow({ ladder, index }) {
  const skill = ladder.skills[index];
  return (
    <tr>
      <th scope="row">
        <a href={skillUrl(ladder, skill)}>{skill.name}</a>
        {skill.includes && <> <small>{skill.includes}</small></>}
      </th>
      {ladder.roles.map((role) => {
        const requirement = role.requirements.get(index);
        return (
          <td key={role.id} data-requirement={requirement?.kind}>
            {requirement && <span className="mark">{requirement.word}</span>}
          </td>
        );
      })}
    </tr>
  );
});

const Head = memo(function Head({ ladder }) {
  return (
    <thead>
      <tr>
        <th scope="col">Skill</th>
        {ladder.roles.map((role) => (
          <th key={role.id} scope="col"><Link href={roleUrl(ladder, role)}>{role.shortTitle}</Link></th>
        ))}
      </tr>
    </thead>
  );
});

export function Table({ ladder, rows }) {
  return (
    <div className="scroll">
      <table className="matrix" aria-label="Skills matrix">
        <Head ladder={ladder} />
        <tbody>
          {rows.map(({ heading, skill }) =>
            heading === undefined ? (
              <SkillRow key={skill} ladder={ladder} index={skill} />
            ) : (
              <tr key={heading} className="heading">
                <th scope="rowgroup" colSpan={ladder.roles.length + 1}>{heading}</th>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

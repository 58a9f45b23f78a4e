// The ladder: a card for each role, and a summary.
import { keySkills, roleUrl } from "../ladder.js";
import { Link } from "./router.jsx";

export function LadderPage({ ladder }) {
  return (
    <>
      <h1>{ladder.title}</h1>
      <p className="lead">{ladder.summary}</p>
      <ol className="cards" aria-label="Career ladder">
        {ladder.roles.map((role) => (
          <li key={role.id} className="card">
            <span className="icon" aria-hidden="true">{role.icon}</span>
            <p className="stage">{role.stage}</p>
            <h2><Link href={roleUrl(ladder, role)}>{role.title}</Link></h2>
            <p>{role.summary}</p>
            <ul className="tags" aria-label="Key skills">
              {keySkills(ladder, role).map((skill) => <li key={skill}>{skill}</li>)}
            </ul>
            <p className="impact">Impact <b>{role.impact}</b></p>
          </li>
        ))}
      </ol>
      <h2>Summary</h2>
      <table className="summary">
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Focus area</th>
            <th scope="col">Key skills</th>
            <th scope="col">Strategic impact</th>
          </tr>
        </thead>
        <tbody>
          {ladder.roles.map((role) => (
            <tr key={role.id}>
              <th scope="row"><Link href={roleUrl(ladder, role)}>{role.shortTitle}</Link></th>
              <td>{role.focus}</td>
              <td>{keySkills(ladder, role).join(", ")}</td>
              <td>{role.impact}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

// The page of a role.
import { useState } from "react";
import { playerUrl, roleUrl, skillsByKind, videos } from "../ladder.js";
import { Link } from "./router.jsx";

export function RolePage({ ladder, at }) {
  const role = ladder.roles[at];
  return (
    <>
      <p className="stage"><span aria-hidden="true">{role.icon}</span> {role.stage}</p>
      <h1>{role.title}</h1>
      <p className="lead">{role.summary}</p>
      <dl className="facts">
        <div><dt>Focus area</dt><dd>{role.focus}</dd></div>
        <div><dt>Strategic impact</dt><dd>{role.impact}</dd></div>
      </dl>
      <h2>Responsibilities</h2>
      <ul>{role.responsibilities?.map((text) => <li key={text}>{text}</li>)}</ul>
      <h2>Skills</h2>
      {skillsByKind(ladder, role).map(({ heading, kind, skills }) => (
        <section key={kind}>
          <h3>{heading}</h3>
          <ul className={`skills ${kind}`}>{skills.map(({ name }) => <li key={name}>{name}</li>)}</ul>
        </section>
      ))}
      <h2>Videos</h2>
      <ul className="cards">{videos(ladder, role).map((video) => <Video key={video.id} video={video} />)}</ul>
      <nav className="steps" aria-label="Next and previous role">
        <Step ladder={ladder} role={ladder.roles[at - 1]} label="Previous role" />
        <Step ladder={ladder} role={ladder.roles[at + 1]} label="Next role" />
      </nav>
    </>
  );
}

const Step = ({ ladder, role, label }) =>
  role && <Link href={roleUrl(ladder, role)}><span>{label}</span> {role.title}</Link>;

function Video({ video: { title, url, note } }) {
  const [plays, setPlays] = useState(false);
  return (
    <li className="card">
      <h3>{title}</h3>
      <p>{note}</p>
      <div className="player">
        {plays ? (
          <iframe src={playerUrl(url)} allow="autoplay; fullscreen" title={title} />
        ) : (
          <button type="button" aria-label={`Play: ${title}`} onClick={() => setPlays(true)}>▶</button>
        )}
      </div>
      <a href={url}>Watch on YouTube</a>
    </li>
  );
}

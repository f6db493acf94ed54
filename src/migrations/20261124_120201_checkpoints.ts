import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`checkpoints\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`size\` numeric NOT NULL,
  	\`signed_at\` text NOT NULL,
  	\`root\` text NOT NULL,
  	\`peaks\` text,
  	\`public_key\` text NOT NULL,
  	\`note\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`checkpoints_size_idx\` ON \`checkpoints\` (\`size\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`checkpoints\`;`)
}

import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`websites_keys\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`hash\` text NOT NULL,
  	\`hint\` text NOT NULL,
  	\`created_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`websites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`websites_keys_order_idx\` ON \`websites_keys\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`websites_keys_parent_id_idx\` ON \`websites_keys\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`persisted_documents\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`county\` text NOT NULL,
  	\`sha256\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`registered_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`persisted_documents_county_idx\` ON \`persisted_documents\` (\`county\`);`)
  await db.run(sql`CREATE INDEX \`persisted_documents_registered_at_idx\` ON \`persisted_documents\` (\`registered_at\`);`)
  await db.run(sql`ALTER TABLE \`websites\` DROP COLUMN \`read_key\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`websites_keys\`;`)
  await db.run(sql`DROP TABLE \`persisted_documents\`;`)
  await db.run(sql`ALTER TABLE \`websites\` ADD \`read_key\` text;`)
}

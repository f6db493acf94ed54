import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`editions_prolongations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`valid_through\` text,
  	\`body\` text,
  	\`date\` text,
  	\`diary_number\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`editions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`editions_prolongations_order_idx\` ON \`editions_prolongations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`editions_prolongations_parent_id_idx\` ON \`editions_prolongations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`editions_supersedes_in_part\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`edition_id\` text,
  	\`part\` text,
  	FOREIGN KEY (\`edition_id\`) REFERENCES \`editions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`editions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`editions_supersedes_in_part_order_idx\` ON \`editions_supersedes_in_part\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`editions_supersedes_in_part_parent_id_idx\` ON \`editions_supersedes_in_part\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`editions_supersedes_in_part_edition_idx\` ON \`editions_supersedes_in_part\` (\`edition_id\`);`)
  await db.run(sql`CREATE TABLE \`_editions_v_version_prolongations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`valid_through\` text,
  	\`body\` text,
  	\`date\` text,
  	\`diary_number\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_editions_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_editions_v_version_prolongations_order_idx\` ON \`_editions_v_version_prolongations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_editions_v_version_prolongations_parent_id_idx\` ON \`_editions_v_version_prolongations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_editions_v_version_supersedes_in_part\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`edition_id\` text,
  	\`part\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`edition_id\`) REFERENCES \`editions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_editions_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_editions_v_version_supersedes_in_part_order_idx\` ON \`_editions_v_version_supersedes_in_part\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_editions_v_version_supersedes_in_part_parent_id_idx\` ON \`_editions_v_version_supersedes_in_part\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_editions_v_version_supersedes_in_part_edition_idx\` ON \`_editions_v_version_supersedes_in_part\` (\`edition_id\`);`)
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
  await db.run(sql`CREATE TABLE \`holds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document\` text NOT NULL,
  	\`act\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`who\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`holds_document_idx\` ON \`holds\` (\`document\`);`)
  await db.run(sql`CREATE TABLE \`fixity\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`checked_at\` text NOT NULL,
  	\`result\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`fixity_checked_at_idx\` ON \`fixity\` (\`checked_at\`);`)
  await db.run(sql`CREATE INDEX \`fixity_result_idx\` ON \`fixity\` (\`result\`);`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`strategies\` ADD \`shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`_strategies_v\` ADD \`version_shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`repeal_from\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`repeal_body\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`repeal_date\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`repeal_diary_number\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` ADD \`version_repeal_from\` text;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` ADD \`version_repeal_body\` text;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` ADD \`version_repeal_date\` text;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` ADD \`version_repeal_diary_number\` text;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` ADD \`version_shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`shared_from\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_shared_from\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`editions_prolongations\`;`)
  await db.run(sql`DROP TABLE \`editions_supersedes_in_part\`;`)
  await db.run(sql`DROP TABLE \`_editions_v_version_prolongations\`;`)
  await db.run(sql`DROP TABLE \`_editions_v_version_supersedes_in_part\`;`)
  await db.run(sql`DROP TABLE \`checkpoints\`;`)
  await db.run(sql`DROP TABLE \`holds\`;`)
  await db.run(sql`DROP TABLE \`fixity\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`shared_from\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_shared_from\`;`)
  await db.run(sql`ALTER TABLE \`strategies\` DROP COLUMN \`shared_from\`;`)
  await db.run(sql`ALTER TABLE \`_strategies_v\` DROP COLUMN \`version_shared_from\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`repeal_from\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`repeal_body\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`repeal_date\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`repeal_diary_number\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`shared_from\`;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` DROP COLUMN \`version_repeal_from\`;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` DROP COLUMN \`version_repeal_body\`;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` DROP COLUMN \`version_repeal_date\`;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` DROP COLUMN \`version_repeal_diary_number\`;`)
  await db.run(sql`ALTER TABLE \`_editions_v\` DROP COLUMN \`version_shared_from\`;`)
  await db.run(sql`ALTER TABLE \`news\` DROP COLUMN \`shared_from\`;`)
  await db.run(sql`ALTER TABLE \`_news_v\` DROP COLUMN \`version_shared_from\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`shared_from\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_shared_from\`;`)
}

"""The tables of published verdicts."""

import django.db.models.deletion
from django.db import migrations, models

import junheng.web.portal.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(unique=True)),
                ("standard", models.CharField(max_length=400)),
                ("snapshot", models.CharField(max_length=80)),
                ("snapshot_path", models.CharField(max_length=1000)),
                ("synthetic", models.BooleanField()),
                ("geometry", models.JSONField()),
                ("expected", models.JSONField()),
            ],
            options={
                "ordering": ("-year",),
            },
        ),
        migrations.CreateModel(
            name="County",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=20)),
                ("name", models.JSONField()),
                ("state", models.CharField(choices=junheng.web.portal.models._states, max_length=20)),
                ("resources", models.CharField(choices=junheng.web.portal.models._states, max_length=20)),
                ("summary", models.JSONField()),
                ("indicators", models.JSONField()),
                ("detail", models.JSONField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="counties", to="portal.edition"
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
            },
        ),
        migrations.CreateModel(
            name="School",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(db_index=True, max_length=20)),
                ("name", models.CharField(max_length=200)),
                ("section", models.CharField(blank=True, max_length=20)),
                ("pupils", models.FloatField(null=True)),
                ("passes", models.BooleanField(null=True)),
                ("met", models.PositiveSmallIntegerField()),
                ("values", models.JSONField()),
                ("marks", models.JSONField()),
                ("reasons", models.JSONField()),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="schools", to="portal.county"
                    ),
                ),
            ],
            options={
                "ordering": ("section", "code"),
            },
        ),
        migrations.AddConstraint(
            model_name="county",
            constraint=models.UniqueConstraint(fields=("edition", "code"), name="one_verdict_per_county"),
        ),
        migrations.AddConstraint(
            model_name="school",
            constraint=models.UniqueConstraint(fields=("county", "code", "section"), name="one_row_per_section"),
        ),
    ]
